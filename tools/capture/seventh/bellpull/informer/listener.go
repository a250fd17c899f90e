package informer

type listener struct {
	handler Handler
	add     chan int
	next    chan int
}

// pop keeps what the handler is too slow for.
func (l *listener) pop() {
	defer close(l.next)
	var waiting []int
	var next chan<- int
	var first int
	for {
		select {
		case next <- first:
			if len(waiting) == 0 {
				next = nil
				continue
			}
			first, waiting = waiting[0], waiting[1:]
		case object, more := <-l.add:
			if !more {
				return
			}
			if next == nil {
				first, next = object, l.next
				continue
			}
			waiting = append(waiting, object)
		}
	}
}

func (l *listener) run() {
	for object := range l.next {
		l.handler.OnChange(object)
	}
}
