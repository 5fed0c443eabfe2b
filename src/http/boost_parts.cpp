// The parts of Asio and Beast that are not in headers (BOOST_*_SEPARATE_COMPILATION), once.
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
