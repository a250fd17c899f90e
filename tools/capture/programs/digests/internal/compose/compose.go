// Package compose puts a reader's sections together.
package compose

import (
	"context"
	"fmt"
	"time"
)

type readerKey struct{}

// Reader is who a digest is for.
type Reader struct {
	ID     int
	Topics [40]int32
}

// Composer composes until its context ends.
type Composer struct{ base context.Context }

// New composes until base ends.
func New(base context.Context) *Composer { return &Composer{base: base} }

// Compose returns how long the digest is.
func (c *Composer) Compose(id int) int {
	length := 0
	for n := 0; n < 3; n++ {
		length += c.section(id, n)
	}
	return length
}

func (c *Composer) section(id, n int) int {
	reader := &Reader{ID: id}
	ctx, cancel := context.WithDeadline(context.WithValue(c.base, readerKey{}, reader), time.Now().Add(24*time.Hour))
	text := headlines(ctx, n)
	if text == "" {
		cancel()
		return 0
	}
	return len(text)
}

func headlines(ctx context.Context, n int) string {
	reader := ctx.Value(readerKey{}).(*Reader)
	if reader.ID%50 == n {
		return ""
	}
	return fmt.Sprintf("section %d for %d", n, reader.ID)
}
