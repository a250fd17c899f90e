// Package sounding is a depth somewhere.
package sounding

import "strconv"

// Sounding is one measurement of a ship.
type Sounding struct {
	Ship        string `db:"ship_name"`
	Line        string `db:"survey_line"`
	Number      int    `db:"number_in_line"`
	Latitude    float64
	Longitude   float64
	Depth       float64 `db:"depth_metres"`
	Temperature float64
	Salinity    float64
	Ground      string
	Instrument  string
	Observer    string
	Remarks     string
}

// New is the n-th sounding.
func New(n int) Sounding {
	return Sounding{
		Ship:      "survey ship " + strconv.Itoa(n%6),
		Line:      "line " + strconv.Itoa(n/500),
		Number:    n,
		Latitude:  50 + float64(n%997)/100,
		Longitude: 3 + float64(n%499)/100,
		Depth:     float64(20 + n*31%400),
		Ground:    "sand",
		Observer:  "watch " + strconv.Itoa(n%3),
	}
}
