// Package tuner sets the collector's goal.
package tuner

import "runtime/debug"

// Tuner knows goals by second.
type Tuner struct{ goals map[int]int }

// New knows goals.
func New(goals map[int]int) *Tuner { return &Tuner{goals: goals} }

// Tune sets the goal of a second, if there is one.
func (t *Tuner) Tune(second int) {
	if goal, found := t.goals[second]; found {
		debug.SetGCPercent(goal)
	}
}
