#pragma once
// One reading by another system: who reads, of which gemeente, and which persons it was shown. Services that give
// personal data in lists take it and add to it; the request that made it writes one row of the access log in the end.

#include <string>
#include <vector>

#include "access/access_log.h"
#include "access/caller.h"

namespace dichtbij::access {

class Raadpleging {
  public:
    Raadpleging(const Caller& caller, Id<Gemeente> gemeente) : caller_(caller), gemeente_(gemeente) {}

    const Caller& caller() const { return caller_; }
    Id<Gemeente> gemeente() const { return gemeente_; }
    Result<Done> may_read(Groep groep) const { return require_recht(caller_, gemeente_, {groep, Actie::lezen}); }
    // "" and the confidential domains that the caller may read; of the system nothing: it reads every one.
    std::vector<std::string> domeinen() const {
        if (caller_.is_system()) return {};
        std::vector<std::string> all{""};
        all.insert(all.end(), caller_.domeinen.begin(), caller_.domeinen.end());
        return all;
    }
    bool may_read_vertrouwelijk() const { return caller_.is_system() || (caller_.applicatie && caller_.applicatie->vertrouwelijk); }

    void shows(Id<Partij> partij) { shown_.push_back(partij); }
    const std::vector<Id<Partij>>& shown() const { return shown_; }
    // With gemeente and persons filled in, each person once.
    Inzage inzage(Inzage what) const;

  private:
    const Caller& caller_;
    Id<Gemeente> gemeente_;
    std::vector<Id<Partij>> shown_;
};

}  // namespace dichtbij::access
