//! `docs/record.schema.json` and `docs/findings.schema.json`: the JSON Schemas of a record as it is written, and of findings
//! as `rapporteur check --format json` prints them.

use rapporteur_model::Record;
use schemars::generate::SchemaSettings;

use crate::{Outcome, generated::generated_file_is_in_step};

pub(crate) fn run(check: bool) -> Outcome {
    generated_file_is_in_step("docs/record.schema.json", &schema()?, "schema", check)?;
    let mut findings = rapporteur::report::schema();
    findings["$comment"] = "made by `cargo xtask schema` from the report; change it there".into();
    let findings = serde_json::to_string_pretty(&findings)? + "\n";
    Ok(generated_file_is_in_step("docs/findings.schema.json", &findings, "schema", check)?)
}

fn schema() -> Result<String, serde_json::Error> {
    // What is written holds every member; what may be left out when reading is more than a schema should promise.
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Record>();
    schema.insert("$comment".to_owned(), "made by `cargo xtask schema` from the model; change it there".into());
    Ok(serde_json::to_string_pretty(&schema)? + "\n")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_schema_is_in_step() {
        super::run(true).unwrap();
    }
}
