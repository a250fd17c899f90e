// Package export writes bookings into sheets.
package export

import (
	"strings"
	"sync/atomic"

	"github.com/acme-labs/reports/internal/query"
)

// Sheet is a spreadsheet under construction.
type Sheet struct {
	cells strings.Builder
	rows  int64
}

// Build runs the query into a new sheet and returns how many rows it has.
func Build(q *query.Query) (int64, error) {
	var sheet Sheet
	return sheet.Build(q)
}

// Build fills the sheet from the query.
func (s *Sheet) Build(q *query.Query) (int64, error) {
	bookings := make(chan query.Booking, 8)
	go s.collect(bookings)
	if err := q.Each(func(b query.Booking) { bookings <- b }); err != nil {
		return 0, err
	}
	close(bookings)
	return atomic.LoadInt64(&s.rows), nil
}

func (s *Sheet) collect(bookings <-chan query.Booking) {
	for booking := range bookings {
		s.cells.WriteString(booking.Text)
		s.cells.WriteByte('\n')
		atomic.AddInt64(&s.rows, 1)
	}
}
