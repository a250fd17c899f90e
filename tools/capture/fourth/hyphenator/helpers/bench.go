// Package helpers has programs that answer line by line.
package helpers

// Bench has helpers that wait for questions.
type Bench struct {
	program string
	free    chan *helper
}

// Hire starts n helpers.
func Hire(n int, program string) (*Bench, error) {
	b := &Bench{program: program, free: make(chan *helper, n)}
	for i := 0; i < n; i++ {
		h, err := start(program)
		if err != nil {
			return nil, err
		}
		b.free <- h
	}
	return b, nil
}

// Ask has one helper answer.
func (b *Bench) Ask(question string) (string, error) {
	h := <-b.free
	defer func() { b.free <- h }()
	return h.ask(question)
}

// Replace ends one helper and starts another.
func (b *Bench) Replace() error {
	old := <-b.free
	fresh, err := start(b.program)
	if err != nil {
		b.free <- old
		return err
	}
	b.free <- fresh
	return old.close()
}
