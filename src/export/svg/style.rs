//! Colours and patterns, for light and dark screens and for paper.
//!
//! The hues are those of Okabe and Ito, which the colour-blind tell apart; wherever a hue means
//! something, a pattern or an outline says the same. Without custom properties, because several
//! programs that turn SVG into pixels do not know them.

/// The colours of a surface.
#[derive(Clone, Copy)]
pub(super) struct Palette {
    pub(super) paper: &'static str,
    /// Every second row.
    pub(super) stripe: &'static str,
    /// Behind the first and the second year, and what comes after them.
    pub(super) years: [&'static str; 3],
    pub(super) grid: &'static str,
    pub(super) ink: &'static str,
    pub(super) faint: &'static str,
    /// Words about what is late.
    pub(super) late_words: &'static str,
    pub(super) late: &'static str,
    pub(super) bar: &'static str,
    pub(super) bar_pale: &'static str,
    pub(super) sick: &'static str,
    pub(super) period: &'static str,
    pub(super) period_pale: &'static str,
    pub(super) good: &'static str,
    pub(super) today: &'static str,
}

pub(super) const LIGHT: Palette = Palette {
    paper: "#ffffff",
    stripe: "#f5f6f8",
    years: ["#e3eaf1", "#cfdae6", "#f3ddcd"],
    grid: "#d4d9df",
    ink: "#16202a",
    faint: "#4d5965",
    late_words: "#9c3d00",
    late: "#d55e00",
    bar: "#0072b2",
    bar_pale: "#bcd9ea",
    sick: "#26323d",
    period: "#66788a",
    period_pale: "#b9c3cd",
    good: "#00694c",
    today: "#16202a",
};

pub(super) const DARK: Palette = Palette {
    paper: "#14191f",
    stripe: "#1b222a",
    years: ["#26323e", "#334454", "#4a3526"],
    grid: "#3a4551",
    ink: "#eceff2",
    faint: "#aeb8c2",
    late_words: "#ffb27a",
    late: "#e8823a",
    bar: "#56b4e9",
    bar_pale: "#24506b",
    sick: "#d5dde4",
    period: "#8596a6",
    period_pale: "#4c5966",
    good: "#4fd0a5",
    today: "#eceff2",
};

/// The style sheet of the picture with this key: light, dark where the reader prefers it, and light
/// again on paper.
pub(super) fn sheet(key: &str) -> String {
    format!(
        "#{key}{{font-family:Arial,Helvetica,'Liberation Sans','DejaVu Sans',sans-serif;\
         print-color-adjust:exact;-webkit-print-color-adjust:exact}}\n\
         {}@media (prefers-color-scheme:dark){{\n{}}}\n@media print{{\n{}}}\n",
        rules(key, &LIGHT),
        rules(key, &DARK),
        rules(key, &LIGHT)
    )
}

fn rules(key: &str, p: &Palette) -> String {
    let pattern = |name: &str| format!("fill:url(#{key}-{name})");
    let outlined = |fill: &str, stroke: &str| format!("fill:{fill};stroke:{stroke};stroke-width:1");
    let line = |colour: &str, width: &str, more: &str| {
        format!("fill:none;stroke:{colour};stroke-width:{width}{more}")
    };
    let rules: [(&str, String); 40] = [
        ("paper", format!("fill:{}", p.paper)),
        ("stripe", format!("fill:{}", p.stripe)),
        ("year1", format!("fill:{}", p.years[0])),
        ("year2", format!("fill:{}", p.years[1])),
        ("year3", format!("fill:{}", p.years[2])),
        ("grid", line(p.grid, "1", "")),
        ("edge", line(p.faint, "1", "")),
        ("ink", format!("fill:{}", p.ink)),
        ("faint", format!("fill:{}", p.faint)),
        ("latewords", format!("fill:{}", p.late_words)),
        ("bar", format!("fill:{}", p.bar)),
        ("planned", outlined(p.bar_pale, p.bar)),
        (
            "practice",
            format!("fill:{};stroke:{};stroke-width:1.2;stroke-dasharray:4 2.5", p.paper, p.bar),
        ),
        ("unopened", line(p.bar, "1.6", "")),
        ("unopened-practice", line(p.bar, "1.6", ";stroke-dasharray:4 2.5")),
        ("due", line(p.ink, "2", "")),
        ("tolerated", line(p.ink, "1.6", ";stroke-dasharray:1.6 1.6")),
        ("original", line(p.faint, "1.4", ";stroke-dasharray:2 1.5")),
        ("late", format!("{};stroke:{};stroke-width:.8", pattern("hatch"), p.late)),
        ("hatch", line(p.late, "1.7", "")),
        ("sick", format!("fill:{}", p.sick)),
        ("recovered", format!("fill:{};stroke:{};stroke-width:.8", p.paper, p.period)),
        ("leave", format!("{};stroke:{};stroke-width:.8", pattern("dots"), p.period)),
        ("dots", format!("fill:{}", p.period)),
        ("floor", format!("fill:{}", p.period)),
        ("period", outlined(p.period_pale, p.period)),
        (
            "period-practice",
            format!("fill:{};stroke:{};stroke-width:1.2;stroke-dasharray:4 2.5", p.paper, p.period),
        ),
        ("sanction", format!("{};stroke:{};stroke-width:.8", pattern("cross"), p.late)),
        ("cross", line(p.late, "1.2", "")),
        ("cell", outlined(p.bar_pale, p.bar)),
        ("overduecell", outlined(p.years[2], p.late)),
        ("back", format!("fill:{}", p.paper)),
        ("today", line(p.today, "1.5", "")),
        ("todaytag", format!("fill:{}", p.today)),
        ("todaywords", format!("fill:{}", p.paper)),
        ("advised", format!("fill:{};stroke:{};stroke-width:1.4", p.paper, p.ink)),
        ("met", format!("fill:{};stroke:{};stroke-width:1", p.good, p.paper)),
        ("metlate", format!("fill:{};stroke:{};stroke-width:1", p.late_words, p.paper)),
        ("tick", line(p.paper, "1.5", "")),
        ("overdue", line(p.late_words, "2.4", "")),
    ];
    let mut text = String::new();
    for (class, declarations) in rules {
        text += &format!("#{key} .{class}{{{declarations}}}\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The contrast of two colours as WCAG 2 defines it, 1 to 21.
    fn contrast(a: &str, b: &str) -> f64 {
        let luminance = |colour: &str| {
            let channel = |at: usize| {
                let value = u8::from_str_radix(&colour[at..at + 2], 16).expect("a colour");
                let share = f64::from(value) / 255.0;
                if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
        };
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        a.max(b) / a.min(b)
    }

    #[test]
    fn black_on_white_is_twenty_one() {
        assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    }

    #[test]
    fn every_text_has_enough_contrast_on_every_ground() {
        for palette in [LIGHT, DARK] {
            let grounds = [&[palette.paper, palette.stripe][..], &palette.years].concat();
            for ground in grounds {
                for text in [palette.ink, palette.faint, palette.late_words] {
                    let contrast = contrast(text, ground);
                    assert!(contrast >= 4.5, "{text} on {ground}: {contrast:.2}");
                }
            }
            assert!(contrast(palette.paper, palette.today) >= 4.5);
            assert!(contrast(palette.ink, palette.bar_pale) >= 4.5);
        }
    }

    /// WCAG 1.4.11: what is not text but must be seen.
    #[test]
    fn every_mark_has_enough_contrast_on_every_ground() {
        for palette in [LIGHT, DARK] {
            for ground in [palette.paper, palette.stripe] {
                let marks = [palette.late, palette.bar, palette.sick, palette.period, palette.good];
                for mark in marks {
                    let contrast = contrast(mark, ground);
                    assert!(contrast >= 3.0, "{mark} on {ground}: {contrast:.2}");
                }
            }
        }
    }
}
