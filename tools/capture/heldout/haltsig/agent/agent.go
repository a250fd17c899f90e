// Package agent has agents that run until they are halted.
package agent

// Snapshot is what is stored of an agent.
type Snapshot struct{ Number int }

// Agent works and lingers.
type Agent struct {
	number int
	halt   chan struct{}
	memory [100]int
}

// Spawn makes a new agent.
func Spawn(number int) *Agent { return &Agent{number: number, halt: make(chan struct{})} }

// Restore makes an agent of a snapshot.
func Restore(s Snapshot) *Agent { return &Agent{number: s.Number} }

// Run works, then waits to be halted.
func (a *Agent) Run() {
	for i := range a.memory {
		a.memory[i] = a.number * i
	}
	a.linger()
}

func (a *Agent) linger() { <-a.halt }

// Halt ends Run.
func (a *Agent) Halt() {
	if a.halt != nil {
		close(a.halt)
	}
}
