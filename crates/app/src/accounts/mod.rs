//! Founding and opening a ledger, signing in, accounts.

mod found;
mod handover;
mod holders;
mod password;
mod sign_in;

pub use found::{Founded, InitLedger, LedgerStatus, OpenLedger, StatusView, init, open_ledger, status};
pub(crate) use found::{Founder, found_ledger};
pub use handover::{
    HandoverView, Handovers, OfferHandover, Successors, TakeHandover, WithdrawHandover, handovers,
    offer_handover, successors, take_handover, withdraw_handover,
};
pub use holders::{
    AccountView, Accounts, CloseAccount, OpenAccount, SetTwoPerson, TieAccount, close_account, list,
    open_account, set_two_person, tie_account,
};
pub(crate) use holders::{open_with_password, views};
pub(crate) use password::hash as hash_password;
pub use sign_in::{
    ChangePassword, RecoverAccount, Session, SessionView, SignIn, SignOut, change_password, recover, session,
    sign_in, sign_out,
};
