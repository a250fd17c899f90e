// Package desk has an agent for every conversation.
package desk

import "github.com/skylark/mailbox/internal/inbox"

// Letter is one message of a conversation.
type Letter struct {
	Text string
	Body [512]byte
}

// Office is the agents.
type Office struct{ boxes *inbox.Directory[Letter] }

// Agent answers one conversation.
type Agent struct {
	id      int
	box     *inbox.Box[Letter]
	answers int
}

// Open has no conversations.
func Open() *Office { return &Office{boxes: inbox.NewDirectory[Letter]()} }

// Begin starts a conversation.
func (o *Office) Begin(id int) {
	agent := &Agent{id: id, box: o.boxes.Add(id)}
	go agent.Work()
}

// Tell sends a message to a conversation.
func (o *Office) Tell(id int, text string) { o.boxes.Send(id, Letter{Text: text}) }

// End ends a conversation.
func (o *Office) End(id int) { o.boxes.Retire(id) }

// Work answers until there are no more letters.
func (a *Agent) Work() {
	for {
		letter, more := a.box.Take()
		if !more {
			return
		}
		a.answers += len(letter.Text)
	}
}
