<?php
// Sets up a blog: the tables, an administrator, an author, a classic theme. Prints an application password for each user, and the version.
// Its folder is the first argument, its address the second.
[, $folder, $address] = $argv;
$_SERVER['HTTP_HOST'] = parse_url($address, PHP_URL_HOST) . ':' . parse_url($address, PHP_URL_PORT);
$_SERVER['REQUEST_METHOD'] = 'GET';
define('WP_INSTALLING', true);
require "$folder/wp-load.php";
require "$folder/wp-admin/includes/upgrade.php";
// There is nobody to write to.
add_filter('pre_wp_mail', '__return_true');
wp_install('A blog', 'administrator', 'administrator@example.org', true, '', wp_generate_password());
update_option('siteurl', $address);
update_option('home', $address);
switch_theme('twentytwentyone');
wp_insert_user(['user_login' => 'author', 'user_pass' => wp_generate_password(), 'role' => 'author']);
$passwords = [];
foreach (['administrator', 'author'] as $login) {
    $user = get_user_by('login', $login);
    $passwords[$login] = WP_Application_Passwords::create_new_application_password($user->ID, ['name' => 'hosts'])[0];
}
echo json_encode(['passwords' => $passwords, 'version' => $wp_version, 'theme' => wp_get_theme()->get('Name')]);
