//! Presentations: the slides in the order in which they are shown, each with the speaker's notes behind it.

use crate::contents::{Gathered, Place, Unreadable};
use crate::docx::paragraphs;
use crate::package::{Package, Relation};
use quick_xml::events::Event;
use std::collections::BTreeMap;

pub(crate) fn read(mut package: Package<'_>, main: &str, gathered: &mut Gathered) -> Result<(), Unreadable> {
    let mut shown = Vec::new();
    package.walk(main, |event| {
        if let Event::Start(tag) | Event::Empty(tag) = event
            && tag.local_name().as_ref() == "sldId"
        {
            // `id` has a namesake with a prefix, which is the relation's.
            let relation = tag.attributes().flatten().find(|a| a.key.as_ref().ends_with(":id"));
            shown.extend(relation.map(|a| a.value.into_owned()));
        }
        Ok(true)
    })?;
    let parts: BTreeMap<String, String> =
        package.relations(main)?.into_iter().map(|Relation { id, target, .. }| (id, target)).collect();
    for (slide, id) in (1..).zip(&shown) {
        if gathered.is_full() {
            break;
        }
        let part = parts.get(id).ok_or(Unreadable::Damaged)?;
        slide_text(&mut package, part, Place::Slide { slide }, gathered)?;
        for relation in package.relations(part)? {
            match relation.kind.as_str() {
                "notesSlide" => {
                    slide_text(&mut package, &relation.target, Place::Notes { slide }, gathered)?;
                }
                "diagramData" | "comments" => {
                    slide_text(&mut package, &relation.target, Place::Slide { slide }, gathered)?;
                }
                _ => {}
            }
        }
    }
    Ok(())
}

/// All paragraphs of a slide, a line each.
fn slide_text(
    package: &mut Package<'_>,
    part: &str,
    place: Place,
    gathered: &mut Gathered,
) -> Result<(), Unreadable> {
    let mut text = String::new();
    paragraphs(package, part, gathered, &mut |gathered, paragraph| {
        if text.len() <= gathered.room() && !paragraph.trim().is_empty() {
            text.push_str(paragraph.trim());
            text.push('\n');
        }
    })?;
    gathered.add(place, &text);
    Ok(())
}
