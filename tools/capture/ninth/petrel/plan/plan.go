// Package plan runs workloads and can say what it did.
package plan

import (
	"bufio"
	"fmt"
	"io"
	"sync"
	"time"

	"go.petrel.example/run/petrel/workload"
)

// Step is one workload run.
type Step struct {
	Number  int
	Began   time.Time
	Took    time.Duration
	Objects int
	input   io.Reader
}

// Plan has steps.
type Plan struct {
	folder string

	mu    sync.Mutex
	steps []*Step
	sum   int
}

// New runs the workloads of a folder.
func New(folder string) *Plan { return &Plan{folder: folder} }

// Run runs workload n, and before it what each run begins with.
func (p *Plan) Run(n int) error {
	for _, where := range []string{"inline:setup: 1 copies\n", p.folder} {
		s, err := p.step(where, n)
		if err != nil {
			return fmt.Errorf("workload %d: %w", n, err)
		}
		if err := s.run(); err != nil {
			return fmt.Errorf("workload %d: %w", n, err)
		}
		p.mu.Lock()
		p.sum += s.Objects
		p.mu.Unlock()
	}
	return nil
}

func (p *Plan) step(where string, n int) (*Step, error) {
	input, err := workload.Reader(where, n)
	if err != nil {
		return nil, err
	}
	s := &Step{Number: n, Began: time.Now(), input: input}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.steps = append(p.steps, s)
	return s, nil
}

func (s *Step) run() error {
	lines := bufio.NewScanner(s.input)
	for lines.Scan() {
		var object string
		var copies int
		if _, err := fmt.Sscanf(lines.Text(), "%s %d copies", &object, &copies); err != nil {
			return err
		}
		time.Sleep(time.Duration(copies) * time.Millisecond)
		s.Objects += copies
	}
	s.Took = time.Since(s.Began)
	return lines.Err()
}

// String tells how much was done.
func (p *Plan) String() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return fmt.Sprintf("%d steps, %d objects", len(p.steps), p.sum)
}
