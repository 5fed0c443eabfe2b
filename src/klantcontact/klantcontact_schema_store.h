#pragma once
#include <span>

#include "store/dialect.h"

namespace dichtbij::klantcontact {

std::span<const store::Migration> migrations();

}  // namespace dichtbij::klantcontact
