// Who may tell other systems what happens?
export const permission = 'notices.administer'
