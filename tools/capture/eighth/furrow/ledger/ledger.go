// Package ledger lists the jobs of the day.
package ledger

import (
	"os/exec"
	"sync"
	"time"
)

// Line is a job.
type Line struct {
	Command *exec.Cmd
	Since   time.Time
	Output  string
}

// Ledger has all of them.
type Ledger struct {
	mu    sync.Mutex
	lines map[int]*Line
}

// New is empty.
func New() *Ledger { return &Ledger{lines: make(map[int]*Line)} }

// Enter adds a job.
func (l *Ledger) Enter(number int, command *exec.Cmd) *Line {
	l.mu.Lock()
	defer l.mu.Unlock()
	line := &Line{Command: command, Since: time.Now()}
	l.lines[number] = line
	return line
}
