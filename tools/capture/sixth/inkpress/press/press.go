// Package press runs the program that sets pages.
package press

import (
	"context"
	"log"
	"os/exec"
	"sync/atomic"
	"time"

	"git.broadsheet.example/print/inkpress/plate"
)

// Press counts its output.
type Press struct{ ink int64 }

// New is a clean press.
func New() *Press { return &Press{} }

// Print sets one plate, which may take five seconds.
func (p *Press) Print(ctx context.Context, one plate.Plate) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	page, err := exec.CommandContext(ctx, "/bin/sh", "-c", one.Script).Output()
	if err != nil {
		log.Printf("plate %d: %v", one.Number, err)
		return
	}
	atomic.AddInt64(&p.ink, int64(len(page)))
}
