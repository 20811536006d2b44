//! Figures as people read them.

use std::time::Duration;

/// Megabytes (of a million bytes) a second.
pub(super) fn megabytes_per_second(bytes: u64, time: Duration) -> f64 {
    per_second(bytes, time) / 1e6
}

/// How many a second.
#[expect(clippy::cast_precision_loss, reason = "figures for people")]
pub(super) fn per_second(count: u64, time: Duration) -> f64 {
    count as f64 / time.as_secs_f64()
}

/// How many times as long the one takes as the other.
pub(super) fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

/// A speed with three digits that count.
pub(super) fn three_digits(figure: f64) -> String {
    let decimals = match figure {
        figure if figure >= 99.5 => 0,
        figure if figure >= 9.95 => 1,
        figure if figure >= 0.995 => 2,
        _ => 3,
    };
    grouped(&format!("{figure:.decimals$}"))
}

/// Bytes in the largest unit of which there is at least one.
#[expect(clippy::cast_precision_loss, reason = "figures for people")]
pub(super) fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{:.0} kB", bytes as f64 / 1e3),
        1_000_000..10_000_000 => format!("{:.1} MB", bytes as f64 / 1e6),
        10_000_000..1_000_000_000 => format!("{:.0} MB", bytes as f64 / 1e6),
        _ => format!("{:.2} GB", bytes as f64 / 1e9),
    }
}

/// Memory, where the system tells it.
pub(super) fn memory(bytes: Option<u64>) -> String {
    bytes.map_or_else(|| "unknown".to_owned(), size)
}

/// A count with a comma after each thousand.
pub(super) fn count(number: usize) -> String {
    grouped(&number.to_string())
}

/// Whether a target is met, in a word.
pub(super) fn met(is_met: bool) -> &'static str {
    if is_met { "yes" } else { "no" }
}

fn grouped(number: &str) -> String {
    let (whole, rest) = number.find('.').map_or((number, ""), |at| number.split_at(at));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_the_digits_that_count() {
        let figures = [12_345.6, 99.96, 12.34, 1.234, 0.1234].map(three_digits);
        assert_eq!(figures, ["12,346", "100", "12.3", "1.23", "0.123"]);
        assert_eq!([0, 999, 1_000, 1_234_567].map(count), ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn sizes_have_the_largest_unit_that_fits() {
        let sizes = [10, 12_345, 1_234_567, 12_345_678, 1_234_567_890].map(size);
        assert_eq!(sizes, ["10 bytes", "12 kB", "1.2 MB", "12 MB", "1.23 GB"]);
        assert_eq!(memory(None), "unknown");
    }
}
