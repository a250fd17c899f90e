// Package desk has questions, and another desk the answers.
package desk

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"time"

	"go.northlight.example/works/proc"

	"go.skua.example/rpc/skua/ask"
	"go.skua.example/rpc/skua/wire"
)

// Desk asks.
type Desk struct{ asker *ask.Asker }

// New asks by way of an asker.
func New(a *ask.Asker) *Desk { return &Desk{asker: a} }

// Work asks so many questions a second.
func (d *Desk) Work(ctx context.Context, perSecond float64) {
	proc.Arrivals(ctx, perSecond, 17, d.one)
}

func (d *Desk) one(n int) {
	answer, err := d.asker.Ask(fmt.Sprintf("what is the state of %d? ", n%5000))
	if err != nil {
		log.Print(err)
		return
	}
	if !bytes.HasPrefix(answer, []byte("WHAT")) {
		log.Printf("odd answer %q", answer)
	}
}

// Answer answers at the other end.
func Answer(ctx context.Context, end *wire.End) {
	for ctx.Err() == nil {
		f, err := end.Receive()
		if err != nil {
			return
		}
		time.Sleep(2 * time.Millisecond)
		if err := end.Send(wire.Frame{Number: f.Number, Body: bytes.ToUpper(f.Body)}); err != nil {
			return
		}
	}
}
