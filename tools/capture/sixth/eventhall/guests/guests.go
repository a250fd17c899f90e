// Package guests take events in batches.
package guests

import (
	"context"
	"time"

	"example.com/lib/bulletin"

	"git.townhall.example/events/eventhall/hall"
)

type guest struct {
	link *bulletin.Link
	book *hall.Book
	pace time.Duration
}

// Seat lets a guest read until the context ends.
func Seat(ctx context.Context, link *bulletin.Link, book *hall.Book, n int) {
	g := &guest{link: link, book: book, pace: time.Duration(50+n*3) * time.Millisecond}
	go g.read(ctx)
}

func (g *guest) read(ctx context.Context) {
	for ctx.Err() == nil {
		g.book.Write(g.link.Fetch(3, g.pace))
	}
}
