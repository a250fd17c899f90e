// Package compose writes letters.
package compose

// Letter writes a letter of n words.
func Letter(to string, n int) string {
	text := "Dear " + to + ",\n"
	for i := 0; i < n; i++ {
		text += " payable"
	}
	return text
}
