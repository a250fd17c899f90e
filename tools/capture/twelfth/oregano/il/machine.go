package il

// Op is what an instruction does.
type Op uint8

// Load puts an attribute on the stack, Equal compares the two on top, Or joins two results.
const (
	Load Op = iota
	Const
	Equal
	Or
)

// Instruction is an operation with its argument.
type Instruction struct {
	Op       Op
	Argument string
}

// Machine runs programs over one table of strings.
type Machine struct{ table *StringTable }

// NewMachine has an empty table.
func NewMachine() *Machine { return &Machine{table: NewStringTable()} }

// Run runs a program over attributes.
func (m *Machine) Run(program []Instruction, attributes map[string]string) bool {
	var stack []uint32
	for _, i := range program {
		switch i.Op {
		case Load:
			stack = append(stack, m.table.ID(attributes[i.Argument]))
		case Const:
			stack = append(stack, m.table.ID(i.Argument))
		case Equal:
			stack = append(stack[:len(stack)-2], truth(stack[len(stack)-2] == stack[len(stack)-1]))
		case Or:
			stack = append(stack[:len(stack)-2], stack[len(stack)-2]|stack[len(stack)-1])
		}
	}
	return len(stack) > 0 && stack[len(stack)-1] != 0
}

func truth(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}
