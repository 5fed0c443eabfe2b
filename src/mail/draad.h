#pragma once
// How an answer by mail finds the matter it is about: a token that only we can make stands in the Message-ID of what
// we send and in the address that answers go to. It holds the id of the work and a keyed hash over it, in letters
// and digits that survive servers which write addresses in lower case.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/id.h"

namespace dichtbij::mail {

class Draadsleutel {
  public:
    // `geheim` is the secret of the installation. Empty: no tokens are made, and none is believed.
    explicit Draadsleutel(std::string_view geheim);

    bool is_ingesteld() const { return !sleutel_.empty(); }
    // 42 characters of a-v and 0-9; "" without a secret.
    std::string token(Id<Werk>) const;
    // nullopt for what is no token of ours; any case.
    std::optional<Id<Werk>> werk_van(std::string_view token) const;

    // "post@gemeente.nl" becomes "post+TOKEN@gemeente.nl". The address itself without a secret, when it has no "@", or
    // when its local part would be longer than 64 (RFC 5321, 4.5.3.1.1).
    std::string antwoordadres(std::string_view adres, Id<Werk>) const;
    // "ID.TOKEN@host", without < >; without a secret "ID@host". The same for the same arguments.
    std::string message_id(const Uuid& bericht, Id<Werk>, std::string_view host) const;

    // Of an address or a Message-ID, with or without < >: the work it names.
    std::optional<Id<Werk>> vind(std::string_view adres_of_id) const;
    // The first that names one.
    std::optional<Id<Werk>> vind(std::span<const std::string>) const;

  private:
    std::string controle(std::string_view id) const;
    std::string sleutel_;
};

// "post+abc@gemeente.nl" becomes "post@gemeente.nl": the mailbox that it was for.
std::string zonder_toevoeging(std::string_view adres);

}  // namespace dichtbij::mail
