// Package exec runs commands.
package exec

import (
	"context"
	"fmt"
	"log"

	"go.quartz.example/exec/quartz/sessions"
)

// Exec runs as long as its context lasts.
type Exec struct {
	ctx   context.Context
	bytes int
}

// New runs in a context.
func New(ctx context.Context) *Exec {
	own, cancel := context.WithCancel(ctx)
	context.AfterFunc(ctx, cancel)
	return &Exec{ctx: own}
}

// Run runs command n.
func (e *Exec) Run(n int) {
	s := sessions.Open(e.ctx)
	for i := 0; i < 12; i++ {
		if _, err := fmt.Fprintf(s, "command %d, line %d\n", n, i); err != nil {
			log.Print(err)
		}
	}
	e.bytes += s.Close()
}
