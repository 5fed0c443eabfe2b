#pragma once
// An installation that takes a while to make (restore, demo) is made apart, so that what a killed process
// leaves behind is never taken for a whole one.

#include <memory>
#include <string>

#include "app/cli.h"
#include "store/store.h"

namespace dichtbij::app {

// In a data folder: made in a folder of its own inside it, and moved into place when it is whole.
class NewInstallation {
  public:
    // Holds the lock, and throws away what an interrupted one left. Throws CommandFailure when another
    // process holds the folder, or when there is anything in it.
    NewInstallation(const Place& target, const std::string& command);
    // Leaves nothing behind when it was not completed.
    ~NewInstallation();
    NewInstallation(const NewInstallation&) = delete;

    // Where to make it.
    Place place() const;
    // Moves everything into place and waits until it is on disk. The database comes last: until it is
    // there, the folder holds no installation.
    void complete();

  private:
    DataDir target_;
    std::unique_ptr<Lock> lock_;
    DataDir made_;
};

// Throws CommandFailure when the folder holds only what an interrupted restore or demo left.
void refuse_unfinished(const DataDir&);

// The same for a database, which has no folders: it is marked while it is being filled.
void refuse_unfinished(store::Store&);

}  // namespace dichtbij::app
