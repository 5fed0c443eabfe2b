#include "journal/account_events.h"

namespace dichtbij::journal {

void append_account_event(store::Tx& tx, const access::Caller& caller, const access::AccountEvent& event) {
    Entry made = entry(caller, event.op, event.gebeurtenis, event.gemeente, Object::account, event.account.bytes);
    made.kenmerken = event.kenmerken;
    append(tx, made);
}

}  // namespace dichtbij::journal
