//! The checker: rules over an article and its record.
