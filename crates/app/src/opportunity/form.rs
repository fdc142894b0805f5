//! What may be chosen of an opportunity, and what its stages ask for.

use crate::error::AppError;
use crate::organisation::word;
use crate::session::App;
use crate::ticket::{FieldBody, RecordKindBody, same_shape};
use domain::opportunity::{check_keeper, choices, stages};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Says what may be chosen of an opportunity, and what its stages ask for.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct OpportunityForm {}

/// A stage.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct StageBody {
    /// `collection`, `survey`, `solution`, `demonstration`, `bid` or `closing`.
    pub stage: String,
    /// Its fields.
    pub fields: Vec<FieldBody>,
    /// Its records.
    pub records: Vec<RecordKindBody>,
}

/// What may be chosen, and what is asked for.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct OpportunityFormView {
    /// 商机分类.
    pub classes: Vec<String>,
    /// 商机来源.
    pub sources: Vec<String>,
    /// The six stages in order.
    pub stages: Vec<StageBody>,
    /// Kinds of records that are kept after the end as well, by code.
    pub after_end: Vec<String>,
    /// Kinds of records that the account may keep, by code: a commercial officer's are those of the commercial side.
    pub kept: Vec<String>,
}

/// `opportunityForm`.
pub fn form(app: &mut App, _: OpportunityForm) -> Result<OpportunityFormView, AppError> {
    let role = app.signed_in()?.role;
    let body = |needs: &domain::opportunity::StageNeeds| {
        Ok(StageBody {
            stage: word(&needs.stage),
            fields: same_shape(&needs.fields)?,
            records: same_shape(&needs.records)?,
        })
    };
    Ok(OpportunityFormView {
        classes: choices().classes.clone(),
        sources: choices().sources.clone(),
        stages: stages().iter().map(body).collect::<Result<_, AppError>>()?,
        after_end: choices().after_end.clone(),
        kept: stages()
            .iter()
            .flat_map(|needs| &needs.records)
            .map(|kind| kind.code.clone())
            .filter(|code| check_keeper(role, code).is_ok())
            .collect(),
    })
}
