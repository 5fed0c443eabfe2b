#pragma once
// How many questions come in on a day, about what, through which channel and when: seasons, Mondays,
// holidays, and days on which something happens.

#include <cstdint>
#include <string_view>
#include <vector>

#include "app/demo_organisatie.h"
#include "app/demo_toeval.h"
#include "norm/norm_service.h"

namespace dichtbij::app::demo {

struct Binnenkomst {  // one conversation
    Instant op;
    std::size_t gemeente = 0;
    std::string_view kanaal;
    std::vector<std::size_t> onderwerpen;  // one for each question
    std::uint64_t zaad = 0;                // for all chance about it
};

struct Drukteplan {
    std::uint64_t zaad = 0;
    Day van{};
    Day vandaag{};
    double vragen_per_jaar = 60'000;
};

class Drukte {
  public:
    // `kalenders` beside the gemeenten.
    Drukte(const Drukteplan&, const DemoOrganisatie&, std::vector<norm::Kalender> kalenders);

    // All conversations of the day, in order of time. The same for the same seed and day, whenever it is asked.
    std::vector<Binnenkomst> of_day(Day) const;
    double expected(Day) const;  // questions

  private:
    double day_factor(Day) const;
    std::vector<double> weights(Day) const;  // by subject
    double raw(Day) const;
    Binnenkomst draw(Toeval&, Day, std::size_t gemeente, const std::vector<double>& weights) const;
    Instant moment(Toeval&, Day, std::size_t gemeente, bool is_spoken) const;
    std::size_t subject(Toeval&, const std::vector<double>& weights) const;

    Drukteplan plan_;
    const DemoOrganisatie& organisatie_;
    std::vector<norm::Kalender> kalenders_;
    double scale_ = 1;
};

bool is_gesproken(std::string_view kanaal);

// How much more of it there is on this day than on an even one. Between the middles of two months it moves evenly.
double season_of(const Seizoen&, Day);

}  // namespace dichtbij::app::demo
