// Package intake takes sacks in.
package intake

import (
	"context"
	"fmt"
	"strings"
	"time"

	"go.causeway.example/quay/boot"

	"git.millrace.example/flow/olive/sieve"
)

// Intake gives sacks to a sieve.
type Intake struct{ sieve *sieve.Sieve }

// New gives to one.
func New(s *sieve.Sieve) *Intake { return &Intake{sieve: s} }

// Start takes in so many a second.
func (i *Intake) Start(ctx context.Context, perSecond int) {
	boot.Every(ctx, time.Second/time.Duration(perSecond), i.Take)
}

// Take is sack n.
func (i *Intake) Take(n int) {
	i.sieve.Put(parse(n, fmt.Sprintf("farm %d;", n%80)+strings.Repeat("rye,wheat,oats,", 14)))
}

func parse(n int, note string) *sieve.Sack {
	from, grain, _ := strings.Cut(note, ";")
	return &sieve.Sack{Number: n, From: from, Grain: strings.Split(grain, ",")}
}
