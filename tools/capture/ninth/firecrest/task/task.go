// Package task is what runs on a node.
package task

import "fmt"

// Task is a definition and a state.
type Task struct {
	Name   string
	Labels map[string]string
	Images []string
	State  string
}

// New makes the definition of task n.
func New(n int) *Task {
	t := &Task{Name: fmt.Sprintf("default/task-%06d", n), Labels: make(map[string]string, 4), State: "created"}
	for i := 0; i < 4; i++ {
		t.Labels[fmt.Sprint("label-", i)] = fmt.Sprintf("value %d of %d", i, n)
	}
	for i := 0; i < 3; i++ {
		t.Images = append(t.Images, fmt.Sprintf("registry.example/team/image-%d:%d", i, n))
	}
	return t
}
