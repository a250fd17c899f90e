// Package flow moves items from where they are listed to where they are looked at.
package flow

// Stream carries items of one kind until its source ends.
type Stream[T any] struct {
	items chan T
	err   error
}

// Produce starts source, which emits items one by one.
func Produce[T any](source func(emit func(T)) error) *Stream[T] {
	s := &Stream[T]{items: make(chan T)}
	go s.run(source)
	return s
}

func (s *Stream[T]) run(source func(emit func(T)) error) {
	defer close(s.items)
	s.err = source(s.emit)
}

func (s *Stream[T]) emit(item T) { s.items <- item }

// Collect reads the stream to its end.
func (s *Stream[T]) Collect() ([]T, error) {
	var all []T
	for item := range s.items {
		all = append(all, item)
	}
	return all, s.err
}
