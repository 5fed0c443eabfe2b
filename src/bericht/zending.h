#pragma once
// A departure to one person over one channel: one message, or those that go together. Its id stays the same
// over all attempts, so that a receiver can recognise a repeat.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"

namespace dichtbij {
struct Zending;
}

namespace dichtbij::bericht {

enum class Zendstaat { klaar, verzonden, mislukt };
BOOST_DESCRIBE_ENUM(Zendstaat, klaar, verzonden, mislukt)

struct Zending {
    Id<dichtbij::Zending> id;
    Id<Gemeente> gemeente;
    Id<Partij> partij;
    std::string kanaal;
    std::string taal;
    Zendstaat staat = Zendstaat::klaar;
    bool spoed = false;
    int pogingen = 0;
    Instant volgende_op;          // when it may be tried (again)
    std::string laatste_fout;     // code of the sender: "mailbox_vol"; no address, no words
    Instant ontstaan_op;
    std::optional<Instant> verzonden_op;
    bool operator==(const Zending&) const = default;
};
BOOST_DESCRIBE_STRUCT(Zending, (), (id, gemeente, partij, kanaal, taal, staat, spoed, pogingen, volgende_op, laatste_fout, ontstaan_op, verzonden_op))

// How long after attempt number `pogingen` (from 1) the next one comes; none: given up, after two days in all.
std::optional<seconds> wacht_na(int pogingen);

}  // namespace dichtbij::bericht
