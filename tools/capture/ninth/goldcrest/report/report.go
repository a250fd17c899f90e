// Package report is what was found.
package report

import (
	"fmt"
	"sync"
)

// Finding is where what was found.
type Finding struct {
	Page, Rule int
	Text       string
}

// Report has findings in the order they were made.
type Report struct {
	mu       sync.Mutex
	findings []Finding
	byRule   map[int]int
}

// New is empty.
func New() *Report { return &Report{byRule: make(map[int]int)} }

// Add puts one at the end.
func (r *Report) Add(f Finding) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.findings = append(r.findings, f)
	r.byRule[f.Rule]++
}

// Summary tells how many of each rule there are.
func (r *Report) Summary() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return fmt.Sprintf("%d findings, by rule %v", len(r.findings), r.byRule)
}
