use crate::random::Dice;

/// Where a name comes from, which decides its order and its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Culture {
    Korean,
    Japanese,
    Chinese,
    Vietnamese,
    English,
    French,
    German,
    Italian,
    Spanish,
    Portuguese,
    Polish,
    Nordic,
    Indian,
    Malay,
    Thai,
    Turkish,
    Arabic,
    EastAfrican,
    WestAfrican,
}

/// An invented person's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// "Hoon-seo", "Marc-Étienne".
    pub given: &'static str,
    /// "Pyo", "al-Masri".
    pub family: &'static str,
    /// Whether the family name is printed first.
    pub family_first: bool,
    /// The one word by which later sentences call the person.
    pub short: &'static str,
    /// Whether the article says "she".
    pub woman: bool,
}

impl Name {
    /// The whole name as printed.
    pub fn full(&self) -> String {
        let (first, last) = if self.family_first { (self.family, self.given) } else { (self.given, self.family) };
        format!("{first} {last}")
    }
}

/// Family names, men's given names, women's given names.
type Lists = (&'static [&'static str], &'static [&'static str], &'static [&'static str]);

impl Culture {
    const fn lists(self) -> Lists {
        match self {
            Self::Korean => (
                &["Pyo", "Namgung", "Ok", "Tak", "Bong", "Ma", "Seok"],
                &["Jae Won", "Hoon-seo", "Tae-gyu", "Dong Hyuk", "Kwang-ho"],
                &["Seo Yeon", "Min-kyung", "Ha-rin", "Eun Bi"],
            ),
            Self::Japanese => (
                &["Minase", "Kuramochi", "Orihara", "Tsukuda", "Hayasaka"],
                &["Haruto", "Kenjiro", "Masanobu", "Ryuhei"],
                &["Natsuko", "Chihiro", "Mitsue"],
            ),
            Self::Chinese => (
                &["Shen", "Ouyang", "Qiu", "Tang", "Bai"],
                &["Guowei", "Zhiming", "Haoran", "Yongnian"],
                &["Meilin", "Xiuying", "Ruolan"],
            ),
            Self::Vietnamese => (
                &["Do", "Vuong", "Ngo", "Luong", "Dang"],
                &["Van Thang", "Duc Khoa", "Quang Hieu", "Huu Tin"],
                &["Thi Lan", "Ngoc Diep", "Bich Hang"],
            ),
            // Mark, May, Jordan, Georgia, Chad and Holland are a verb, a month and countries elsewhere.
            Self::English => (
                &["Holland", "Whitlock", "Penhallow", "Ashdown", "McCready", "O’Dowd", "Thackeray"],
                &["Mark", "Jordan", "Chad", "Edmund", "August", "Rory"],
                &["May", "Georgia", "April", "Harriet", "Chelsea"],
            ),
            Self::French => (
                &["Beaulac", "Thibodeau", "Lanctôt", "Charrière", "Desrosiers"],
                &["Marc-Étienne", "Jean-Luc", "Rémi", "Olivier", "Benoît"],
                &["Marie-Ève", "Hélène", "Noémie", "Geneviève"],
            ),
            Self::German => (
                &["Wessel", "Krähenbühl", "Lüdecke", "Strohm", "Brandstetter"],
                &["Jörg", "Karl-Heinz", "Matthias", "Ulrich"],
                &["Anneliese", "Grit", "Hannelore"],
            ),
            Self::Italian => (
                &["Bellandi", "Tosetto", "Marchesin", "Quaranta"],
                &["Corrado", "Nicolò", "Ettore"],
                &["Ginevra", "Ornella", "Fiorella"],
            ),
            Self::Spanish => (
                &["Ferreyra", "Zúñiga", "Montalvo", "Ibarrola", "Quiroga", "Peñalver"],
                &["Israel", "Ramón", "Joaquín", "Íñigo", "Santiago"],
                &["Lucía", "Ximena", "Pilar", "Consuelo"],
            ),
            Self::Portuguese => (
                &["Albergaria", "Teixeira", "Carvalhal", "Guimarães"],
                &["Tomás", "Caetano", "Vinícius"],
                &["Jacira", "Iracema", "Conceição"],
            ),
            Self::Polish => (
                &["Halicki", "Wrzosek", "Gajos", "Żurawski"],
                &["Wojciech", "Zbigniew", "Łukasz"],
                &["Grażyna", "Bogumiła", "Jadwiga"],
            ),
            Self::Nordic => (
                &["Lindqvist", "Haugland", "Ødegård", "van Hoorn", "Koskela"],
                &["Søren", "Anders", "Pekka", "Willem"],
                &["Ingrid", "Åsa", "Marjatta"],
            ),
            Self::Indian => (
                &["Kulkarni", "Deshpande", "Bhatnagar", "Ranganathan"],
                &["Ravindra", "Harish", "Gopal"],
                &["Kavita", "Sudha", "Meenakshi"],
            ),
            Self::Malay => (
                &["Suryadi", "Rahmani", "Kusnadi", "Latif"],
                &["Azlan", "Bambang", "Hafiz"],
                &["Nurul", "Ratna", "Dewi"],
            ),
            Self::Thai => (
                &["Rattanakul", "Boonmee", "Srisawat", "Charoensuk"],
                &["Somchai", "Anan", "Kittisak"],
                &["Ploy", "Suda", "Malee"],
            ),
            Self::Turkish => (
                &["Karaca", "Yıldırımlı", "Öztekin", "Şenol"],
                &["Selim", "Orhan", "Tuğrul"],
                &["Nihal", "Sevgi", "Gülten"],
            ),
            Self::Arabic => (
                &["al-Masri", "Haddadin", "al-Khatib", "Mansouri", "Qasem"],
                &["Khalil", "Nabil", "Tarek", "Yasin"],
                &["Rania", "Salma", "Dalal"],
            ),
            Self::EastAfrican => (
                &["Kamande", "Ochieng", "Mutiso", "Wafula"],
                &["Barasa", "Kiprono", "Josphat"],
                &["Wanjiru", "Achieng", "Nyambura"],
            ),
            Self::WestAfrican => (
                &["Asiedu", "Boadu", "Nkosana", "Adeyinka", "Tetteh"],
                &["Kwabena", "Thulani", "Babatunde"],
                &["Abena", "Nomvula", "Folake"],
            ),
        }
    }

    /// A name of this culture whose family name is not one of `taken`, where there is one.
    pub(crate) fn name(self, dice: &mut Dice, taken: &[Name]) -> Name {
        let (families, men, women) = self.lists();
        let free = |family: &&str| {
            !taken.iter().any(|name| name.family == *family || name.short == *family || name.given == *family)
        };
        let open: Vec<&str> = families.iter().copied().filter(free).collect();
        let family = dice.one_of(if open.is_empty() { families } else { &open });
        let she = dice.one_in(3);
        let all = if she { women } else { men };
        let open: Vec<&str> =
            all.iter().copied().filter(|given| !taken.iter().any(|name| name.given == *given)).collect();
        let given = dice.one_of(if open.is_empty() { all } else { &open });
        // Where all are taken, at least no two people have both names.
        let is_new = |family: &str, given: &str| !taken.iter().any(|name| name.given == given && name.family == family);
        let pairs = || families.iter().flat_map(|family| all.iter().map(move |given| (*family, *given)));
        let (family, given) = if is_new(family, given) {
            (family, given)
        } else {
            pairs().find(|(family, given)| is_new(family, given)).unwrap_or((family, given))
        };
        let family_first = matches!(self, Self::Korean | Self::Chinese | Self::Vietnamese);
        // News calls a Vietnamese person by the last of the given names.
        let short = if self == Self::Vietnamese { given.rsplit(' ').next().unwrap_or(given) } else { family };
        Name { given, family, family_first, short, woman: she }
    }
}
