// Package eval evaluates what is configured for each request.
package eval

import (
	"container/list"

	"mix.example/oregano/il"
)

const remembered = 4000

// Evaluator remembers its latest results.
type Evaluator struct {
	machine *il.Machine
	program []il.Instruction
	latest  *list.List
}

type result struct {
	path   string
	agreed bool
	detail [40]uint64
}

// New compares attributes.
func New(attributes []string) *Evaluator {
	e := &Evaluator{machine: il.NewMachine(), latest: list.New()}
	for i, a := range attributes {
		e.program = append(e.program, il.Instruction{Op: il.Load, Argument: a},
			il.Instruction{Op: il.Const, Argument: "blocked"}, il.Instruction{Op: il.Equal})
		if i > 0 {
			e.program = append(e.program, il.Instruction{Op: il.Or})
		}
	}
	return e
}

// Evaluate evaluates one request.
func (e *Evaluator) Evaluate(attributes map[string]string) {
	agreed := e.machine.Run(e.program, attributes)
	e.latest.PushBack(&result{path: attributes[":path"], agreed: agreed})
	if e.latest.Len() > remembered {
		e.latest.Remove(e.latest.Front())
	}
}
