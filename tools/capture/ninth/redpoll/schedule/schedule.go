// Package schedule keeps jobs until their time has come.
package schedule

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"
)

// ErrPassed refuses a job.
var ErrPassed = errors.New("its time has passed")

// Definition is what is to be done, and when.
type Definition struct {
	Name  string
	Due   time.Time
	Steps []string
}

type planKey struct{}

type plan struct {
	verbs   map[string]int
	objects []string
}

func parse(d Definition) *plan {
	p := &plan{verbs: make(map[string]int)}
	for i, step := range d.Steps {
		at := strings.Index(step, ": ")
		for _, verb := range strings.Split(step[at+2:], ", ") {
			p.verbs[verb] = i
		}
		p.objects = append(p.objects, strings.ToUpper(step[:at]))
	}
	return p
}

type job struct {
	ctx    context.Context
	cancel context.CancelFunc
	due    time.Time
}

// Schedule has jobs by name.
type Schedule struct {
	ctx context.Context

	mu    sync.Mutex
	jobs  map[string]*job
	steps int
}

// New has none and ends with ctx.
func New(ctx context.Context) *Schedule {
	s := &Schedule{ctx: ctx, jobs: make(map[string]*job)}
	go s.run()
	return s
}

// Len is how many are ahead.
func (s *Schedule) Len() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.jobs)
}

// Put adds a job or changes one.
func (s *Schedule) Put(d Definition) error {
	ctx, cancel := context.WithCancel(context.WithValue(s.ctx, planKey{}, parse(d)))
	j := &job{ctx: ctx, cancel: cancel}
	if err := j.setUp(d); err != nil {
		return fmt.Errorf("%s: %w", d.Name, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if before, found := s.jobs[d.Name]; found {
		before.cancel()
	}
	s.jobs[d.Name] = j
	return nil
}

func (j *job) setUp(d Definition) error {
	if !d.Due.After(time.Now()) {
		return ErrPassed
	}
	j.due = d.Due
	return nil
}

func (s *Schedule) run() {
	clock := time.NewTicker(100 * time.Millisecond)
	defer clock.Stop()
	for {
		select {
		case now := <-clock.C:
			s.turn(now)
		case <-s.ctx.Done():
			return
		}
	}
}

func (s *Schedule) turn(now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for name, j := range s.jobs {
		if now.Before(j.due) {
			continue
		}
		s.steps += len(j.ctx.Value(planKey{}).(*plan).objects)
		j.cancel()
		delete(s.jobs, name)
	}
}
