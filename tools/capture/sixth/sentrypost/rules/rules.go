// Package rules says what is suspicious and how much of it.
package rules

import (
	"time"

	"git.palisade.example/guard/sentrypost/weblog"
)

// Rule is one kind of behaviour.
type Rule struct {
	Name     string
	Status   int
	Capacity int
	Every    time.Duration
}

var all = []*Rule{
	{Name: "guessing", Status: 401, Capacity: 7, Every: 12 * time.Second},
	{Name: "probing", Status: 404, Capacity: 5, Every: 20 * time.Second},
}

// All rules.
func All() []*Rule { return all }

// Concerns tells whether a line counts.
func (r *Rule) Concerns(line weblog.Line) bool { return line.Status == r.Status }
