//! *Regeling bepaling eerste werkdag* (BWBR0019301): which day is the first sick day.
