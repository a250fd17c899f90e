// Package bookings books.
package bookings

import (
	"context"
	"fmt"
	"sync/atomic"

	"rooms.example/ginger/mapper"
)

var columns = []string{"room", "guest", "night", "price"}

// Bookings writes to the tables.
type Bookings struct {
	mapper *mapper.Mapper
	failed atomic.Int64
}

// New books by a mapper.
func New(m *mapper.Mapper) *Bookings { return &Bookings{mapper: m} }

// Book is booking n, of up to seven nights.
func (b *Bookings) Book(ctx context.Context, n int) {
	if n%3 == 0 {
		if _, err := b.mapper.Count(ctx, "rooms"); err != nil {
			b.failed.Add(1)
		}
		return
	}
	var rows [][]any
	for night := 0; night <= n%7; night++ {
		rows = append(rows, []any{n % 400, fmt.Sprint("guest-", n), night, 80 + n%50})
	}
	if err := b.mapper.Insert(ctx, fmt.Sprintf("bookings_%d", n%90), columns, rows); err != nil {
		b.failed.Add(1)
	}
}
