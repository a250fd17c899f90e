// Package compile compiles on farms.
package compile

import (
	"fmt"
	"time"

	"git.anvil.example/build/slotsmith/slots"
)

// Farm has machines of one kind.
type Farm struct {
	kind  string
	slots *slots.Slots
	flaky int
}

// NewFarm has n machines; every flaky-th source is incomplete.
func NewFarm(kind string, n, flaky int) *Farm {
	return &Farm{kind: kind, slots: slots.New(n), flaky: flaky}
}

// Build compiles a commit.
func (f *Farm) Build(commit int) (string, error) {
	f.slots.Enter()
	source, err := f.checkout(commit)
	if err != nil {
		return "", err
	}
	defer f.slots.Leave()
	time.Sleep(150 * time.Millisecond)
	return source + "." + f.kind, nil
}

func (f *Farm) checkout(commit int) (string, error) {
	if f.flaky > 0 && commit/3%f.flaky == 0 {
		return "", fmt.Errorf("commit %d: go.sum is missing", commit)
	}
	return fmt.Sprint("commit-", commit), nil
}
