// Package plan knows what is to be run when.
package plan

import (
	"context"
	"log"
	"sync"
	"time"

	"go.drapery.example/loom/start"

	"git.toolshed.example/ops/damask/shell"
)

var lines = []string{
	"echo ready; uname",
	"ls / | wc -l",
	"echo warming; (sleep 600; echo late) & echo started",
	"printf 'a\\nb\\nc\\n' | sort -r",
	"date; echo done >&2",
}

// Plan remembers how long each line took last.
type Plan struct {
	mu   sync.Mutex
	took map[string]time.Duration
}

// Run runs perSecond lines.
func Run(ctx context.Context, perSecond float64) {
	p := &Plan{took: map[string]time.Duration{}}
	start.Beat(ctx, perSecond, func(n int) { go p.once(ctx, lines[n%len(lines)]) })
}

func (p *Plan) once(ctx context.Context, line string) {
	result, err := shell.Run(ctx, line, 5*time.Second)
	if err != nil {
		log.Print(err)
		return
	}
	p.mu.Lock()
	p.took[line] = result.Took
	p.mu.Unlock()
}
