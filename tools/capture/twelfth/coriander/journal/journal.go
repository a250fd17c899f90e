// Package journal passes messages on to writers, in the order in which they came.
package journal

import (
	"log"
	"sync"
	"time"
)

// Message is one line with what belongs to it.
type Message struct {
	At    time.Time
	Text  string
	Attrs map[string]any
}

// Writer writes messages somewhere.
type Writer interface {
	Write(m *Message) error
}

// Journal has a queue, so that those who log never wait.
type Journal struct {
	writer Writer
	mu     sync.Mutex
	wake   *sync.Cond
	queue  []*Message
}

// New begins to write.
func New(w Writer) *Journal {
	j := &Journal{writer: w}
	j.wake = sync.NewCond(&j.mu)
	go j.work()
	return j
}

// Log queues a message.
func (j *Journal) Log(text string, attrs map[string]any) {
	m := &Message{At: time.Now(), Text: text, Attrs: make(map[string]any, len(attrs)+1)}
	for k, v := range attrs {
		m.Attrs[k] = v
	}
	m.Attrs["seq"] = m.At.UnixNano()
	j.push(m)
}

func (j *Journal) push(m *Message) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.queue = append(j.queue, m)
	j.wake.Signal()
}

func (j *Journal) pop() *Message {
	j.mu.Lock()
	defer j.mu.Unlock()
	for len(j.queue) == 0 {
		j.wake.Wait()
	}
	m := j.queue[0]
	j.queue = j.queue[1:]
	return m
}

func (j *Journal) work() {
	for {
		if err := j.writer.Write(j.pop()); err != nil {
			log.Print(err)
		}
	}
}
