// Package entries is what is logged, and who reads it again.
package entries

import (
	"context"
	"errors"
	"fmt"
	"log"
	"math/rand"
	"strings"
	"time"

	"git.ironbound.example/log/strongroom/segments"
)

// Writer writes to one log.
type Writer struct{ append func([]byte) (int64, error) }

// NewWriter appends to l.
func NewWriter(l *segments.Log) *Writer { return &Writer{append: l.Append} }

// Write logs a few entries.
func (w *Writer) Write(n int) {
	for i := 0; i < 6; i++ {
		text := fmt.Sprintf("%d.%d %s\n", n, i, strings.Repeat("=", 300+n*i%1700))
		if _, err := w.append([]byte(text)); err != nil {
			log.Print(err)
		}
	}
}

// Read reads stretches of l here and there until ctx ends.
func Read(ctx context.Context, l *segments.Log, reader int) {
	rng := rand.New(rand.NewSource(int64(reader)))
	for ctx.Err() == nil {
		time.Sleep(time.Duration(50+rng.Intn(200)) * time.Millisecond)
		oldest, next := l.Range()
		if next == oldest {
			continue
		}
		from := oldest + rng.Int63n(next-oldest)
		for n := from; n < next && n < from+20; n++ {
			if _, err := l.At(n); err != nil && !errors.Is(err, segments.ErrGone) {
				log.Print(err)
			}
		}
	}
}
