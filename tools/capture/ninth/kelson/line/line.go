// Package line is stations that documents pass one after the other.
package line

import (
	"context"
	"fmt"
	"strings"

	"go.kelson.example/transform/kelson/document"
)

// Station changes a document.
type Station func(d *document.Document) *document.Document

// Upper writes all in capitals.
func Upper(d *document.Document) *document.Document {
	return d.Map(func(_ int, line string) string { return strings.ToUpper(line) })
}

// Numbered writes the number before each line.
func Numbered(d *document.Document) *document.Document {
	return d.Map(func(i int, line string) string { return fmt.Sprintf("%04d %s", i, line) })
}

// Folded breaks long lines.
func Folded(d *document.Document) *document.Document {
	return d.Map(func(_ int, line string) string {
		var out strings.Builder
		for len(line) > 80 {
			out.WriteString(line[:80])
			out.WriteByte('\n')
			line = line[80:]
		}
		out.WriteString(line)
		return out.String()
	})
}

// Line has a station at work in a goroutine each.
type Line struct {
	ctx context.Context
	in  chan *document.Document
	out <-chan *document.Document
}

// New begins the work of all stations.
func New(ctx context.Context, stations ...Station) *Line {
	l := &Line{ctx: ctx, in: make(chan *document.Document)}
	at := (<-chan *document.Document)(l.in)
	for _, s := range stations {
		next := make(chan *document.Document)
		go work(ctx, s, at, next)
		at = next
	}
	l.out = at
	return l
}

func work(ctx context.Context, s Station, in <-chan *document.Document, out chan<- *document.Document) {
	defer close(out)
	for {
		select {
		case d := <-in:
			select {
			case out <- s(d):
			case <-ctx.Done():
				return
			}
		case <-ctx.Done():
			return
		}
	}
}

// Put gives a document to the first station.
func (l *Line) Put(d *document.Document) {
	select {
	case l.in <- d:
	case <-l.ctx.Done():
	}
}

// Out is where they come out.
func (l *Line) Out() <-chan *document.Document { return l.out }
