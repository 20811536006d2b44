//! The agency list.

#[rustfmt::skip]
pub(crate) const AGENCIES: [&str; 37] = [
    "Yonhap", "Yonhap News Agency", "Reuters", "AFP", "AP", "Associated Press", "The Associated Press", "Kyodo",
    "Kyodo News", "Jiji", "Jiji Press", "Xinhua", "TASS", "EPA", "EPA-EFE", "Getty Images", "ANI", "PTI", "dpa",
    "Anadolu", "Anadolu Agency", "Bloomberg", "UPI", "KCNA", "Newsis", "News1", "Antara", "Bernama", "VNA", "ANSA",
    "EFE", "Lusa", "Tanjug", "Ukrinform", "Interfax", "CNA", "Pool",
];
