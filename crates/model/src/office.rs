use alloc::string::String;

use crate::{Anchored, Country};

/// An office that an article gives a person.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Office {
    /// The title as printed, without the country: "Prime Minister".
    pub title: Anchored<String>,
    /// What sort of office it is.
    pub class: Anchored<OfficeClass>,
    /// The country or union it is an office of.
    pub country: Option<Anchored<Country>>,
}

/// What sort of office a title names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum OfficeClass {
    /// President, king, emperor, emir: who represents a state.
    HeadOfState,
    /// Prime minister, premier, chancellor: who leads a government.
    HeadOfGovernment,
    /// Vice president, deputy prime minister, crown prince.
    DeputyHead,
    /// A member of a government, by whatever name the country uses.
    Minister,
    /// Ambassador, envoy, permanent representative.
    Ambassador,
    /// Spokesperson, press secretary.
    Spokesperson,
    /// Member or officer of a parliament.
    Legislator,
    /// Officer of armed forces.
    Military,
    /// Secretary-general, or president of a commission: who leads an organization.
    OrganizationHead,
    /// Any other public office: aides, advisers, chiefs of staff, governors.
    Official,
}
